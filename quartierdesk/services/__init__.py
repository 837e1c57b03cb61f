"""What a facilitator does: one module per noun, its functions are verbs."""
