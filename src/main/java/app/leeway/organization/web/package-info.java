/**
 * The frame of every page: who is here, in which language and light, and what they are told when it
 * fails.
 */
package app.leeway.organization.web;
