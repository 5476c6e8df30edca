package app.leeway.budget;

/**
 * What one gesture has drawn on one budget in one period, all its entries together, in minor units.
 */
public record Allocation(long periodId, long heldMinor, long spentMinor, long overdraftMinor) {}
