"""What stands before the pages: whose name a request may bear, where it comes from, who sends it, what goes with it."""
