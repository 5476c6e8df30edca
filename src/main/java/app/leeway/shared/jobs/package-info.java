/** Work that is done again and again without a request; rooms register it. */
package app.leeway.shared.jobs;
