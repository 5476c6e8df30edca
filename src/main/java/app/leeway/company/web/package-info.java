/**
 * The start page, which looks at every feature, and the pages by which a company comes in and goes
 * out.
 */
package app.leeway.company.web;
