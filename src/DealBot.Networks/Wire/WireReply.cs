namespace DealBot.Networks.Wire;

/// <summary>How a call ended: with what the business layer said, or with the reason why nothing came.</summary>
/// <param name="Code">The network's code as text, <see cref="Ok"/>, or one of <see cref="WireFaults"/>.</param>
/// <param name="Message">The network's own words; null if it gave none.</param>
/// <param name="Result">The object that holds what was asked for; empty if nothing came.</param>
/// <param name="Cause">The exception behind a transport fault.</param>
internal sealed record WireReply(string Code, string? Message, WireNode Result, Exception? Cause = null)
{
    /// <summary>Said of a call that went well, whatever the network's own code for it.</summary>
    public const string Ok = "ok";

    public static WireReply Failed(string code, string? message = null, Exception? cause = null) => new(code, message, default, cause);

    public static WireReply Answered(WireNode result) => new(Ok, null, result);

    /// <summary>A refusal that came without an object of its own.</summary>
    public static WireReply Refused(string code, string? message) => new(code, message, default) { IsRefusal = true };

    /// <summary>Whether the business layer answered; its refusals are about the request, not about the way there.</summary>
    public bool IsBusiness => IsRefusal || !Result.IsEmpty;

    private bool IsRefusal { get; init; }
}
