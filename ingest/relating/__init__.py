"""What a text says of the documents it cites: that it rests on them, carries them out, changes or ends them."""
