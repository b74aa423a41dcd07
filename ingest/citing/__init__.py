"""How a text mentions other documents and provisions: one room a way of naming them."""
