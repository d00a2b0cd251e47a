/** Single reports by HTTP: resources, request bodies, responses. */
package io.huizong.intake.http;
