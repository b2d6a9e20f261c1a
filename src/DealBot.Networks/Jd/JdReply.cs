using DealBot.Contracts;

namespace DealBot.Networks.Jd;

/// <summary>How a call ended: with what the business layer said, or with the reason why nothing came.</summary>
/// <param name="Code">JD's code as text, or one of <see cref="JdFaults"/>.</param>
/// <param name="Message">JD's own words; null if it gave none.</param>
/// <param name="Result">The inner object with <c>data</c>; empty if nothing came.</param>
/// <param name="Cause">The exception behind a transport fault.</param>
internal sealed record JdReply(string Code, string? Message, JdNode Result, Exception? Cause = null)
{
    public const string Ok = "200";
    public const string NothingFound = "201";
    public const string NoSuchPage = "202";
    public const string TooOften = "429";

    /// <summary>The gateway's own word for the same.</summary>
    public const string CallLimited = "2";

    public static JdReply Failed(string code, string? message = null, Exception? cause = null) => new(code, message, default, cause);

    /// <summary>Whether the business layer answered; its refusals are about the request, not about the way there.</summary>
    public bool IsBusiness => !Result.IsEmpty;

    public NetworkException ToException(string method) =>
        new(JdNetwork.NetworkName, Code, JdErrors.Explain(Code, Message, method), JdErrors.IsTransient(Code), Cause)
        {
            IsQuotaUsedUp = Code is TooOften or CallLimited || JdFaults.HttpStatus(Code) == 429,
        };
}
