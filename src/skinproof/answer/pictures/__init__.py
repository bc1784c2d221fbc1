"""Pictures as SVG text: they follow the page's text colour, need no colour of their own, and say in words what they show."""
