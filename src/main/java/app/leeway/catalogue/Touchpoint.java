package app.leeway.catalogue;

import app.leeway.shared.LocalizedText;

/**
 * A point of contact.
 *
 * @param potential how far above "as expected" it can ever take anybody, 0 to 3
 */
public record Touchpoint(String code, LocalizedText name, int potential) {}
