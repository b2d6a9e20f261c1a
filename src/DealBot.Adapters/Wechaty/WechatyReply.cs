using DealBot.Contracts;

namespace DealBot.Adapters.Wechaty;

/// <summary>The answer to a question, or why there is none.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Fault">Why there is none.</param>
/// <param name="IsRefusal">Whether the service itself answered, and said no.</param>
internal sealed record WechatyReply<T>(T? Answer, AccountFault? Fault, bool IsRefusal)
    where T : class;
