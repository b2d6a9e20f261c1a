using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>How calls reach a bridge: HTTP or WebSocket.</summary>
internal interface IOneBotTransport
{
    /// <summary>Makes a call that posts something.</summary>
    Task<SendResult> SendAsync(OneBotCall call, CancellationToken cancellationToken);

    /// <summary>Makes a call that changes nothing: its answer, or why there is none.</summary>
    Task<(PlatformAnswer? Answer, Phrase? Failure)> AskAsync(OneBotCall call, CancellationToken cancellationToken);

    /// <summary>The call as it would go out; secrets do not.</summary>
    WireCall Show(OneBotCall call);
}
