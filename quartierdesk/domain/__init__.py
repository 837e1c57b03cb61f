"""What things are and the rules that hold for them: pure, frozen, without input or output."""
