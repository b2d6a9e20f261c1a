namespace DealBot.Contracts;

/// <summary>One message to be sent.</summary>
/// <param name="MessageId">DealBot's own id of the message, stable over restarts; platforms that take an idempotency key get it.</param>
/// <param name="Address">Where to: the name of a robot, chat or folder in the adapter's configuration. Never a secret.</param>
/// <param name="Message">What to send.</param>
public sealed record SendRequest(string MessageId, string Address, OutgoingMessage Message);
