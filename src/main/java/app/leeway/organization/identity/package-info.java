/** Who is acting: from the identity provider's token to a person of the company, until it ends. */
package app.leeway.organization.identity;
