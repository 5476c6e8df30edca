/**
 * The statistics of payoff, pure: columns of numbers in, figures with their errors out. Nothing
 * here knows of gestures, stores or words.
 */
package app.leeway.payoff.statistics;
