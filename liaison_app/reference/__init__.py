"""The world as shipped: countries, states, cities, tribal nations. Filled by a later issue."""
