/** The page by which a company comes in and goes out. */
package app.leeway.company.web;
