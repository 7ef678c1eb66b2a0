package io.cookiegate.classification;

/** Who wrote a rule; what the site wrote wins over what ships with the product. */
public enum Origin {
  SITE,
  CATALOGUE
}
