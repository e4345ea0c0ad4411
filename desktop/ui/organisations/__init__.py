"""Embassies, universities, ministries, companies: names in every language, logos."""
