/** The page on which anybody reads the rules of discretion, in plain words. */
package app.leeway.guardrail.web;
