package app.leeway.approval;

import app.leeway.shared.Refusal;

/**
 * Why somebody cannot do something about an exception.
 *
 * @param code stable, for machines and for the messages of pages: {@code own-request}
 * @param words in plain English
 */
public record Denial(Refusal refusal, String code, String words) {}
