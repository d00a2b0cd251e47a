/** The events between the services and their form on the wire. */
package io.huizong.contract.event;
