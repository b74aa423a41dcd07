"""What the process of a reader may not do: reach the network, the library, other folders, more than its share."""
