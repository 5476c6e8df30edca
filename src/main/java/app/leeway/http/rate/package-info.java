/** How much one person, client or address may ask for within a while. */
package app.leeway.http.rate;
