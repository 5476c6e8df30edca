/** Who is away, by hand or from a calendar, and who stands in for them meanwhile. */
package app.leeway.absence;
