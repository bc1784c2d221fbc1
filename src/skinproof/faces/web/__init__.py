"""The page and the JSON interface: thin doors that keep nothing and ask nobody else."""
