"""What each reader keeps beside the library: questions asked, judgements, saved searches, collected passages."""
