"""A data package: data sets as files, with datapackage.json (Frictionless) and a readme beside them."""
