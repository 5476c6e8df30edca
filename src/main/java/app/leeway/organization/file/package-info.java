/** What the company file says of the company, its units, its people and how they work. */
package app.leeway.organization.file;
