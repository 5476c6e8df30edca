/** Who I am and who is here, as JSON. */
package app.leeway.organization.rest;
