"""The library kept safe: a back-up into one file while in use, the way back, and whether all is whole."""
