namespace DealBot.Templating.Runtime;

/// <summary>A builtin function's complaint, before the call it came from gives it a place.</summary>
internal sealed class FunctionFailure(string message) : Exception(message);
