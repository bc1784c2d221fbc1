"""How much of a product's molecule passes the skin: film, horny layer, living epidermis, dermis, and open holes beside them."""
