"""The mechanistic skin model."""
