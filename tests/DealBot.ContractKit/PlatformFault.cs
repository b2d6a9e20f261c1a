namespace DealBot.ContractKit;

/// <summary>What can go wrong between an adapter and its platform, whichever it is.</summary>
public enum PlatformFault
{
    /// <summary>The platform's own code for too many messages.</summary>
    OverQuota,

    /// <summary>HTTP 429 that asks to be left alone for 90 seconds.</summary>
    TooManyRequests,

    /// <summary>The platform's own code for an account that may not post any more.</summary>
    Blocked,

    /// <summary>The platform's own code for being busy.</summary>
    Busy,

    /// <summary>A page of the network in between, with HTTP 200.</summary>
    Html,

    /// <summary>HTTP 502 of a gateway.</summary>
    BadGateway,

    /// <summary>The connection breaks after the request and before the answer.</summary>
    NoAnswer,

    /// <summary>The connection breaks in the middle of the answer.</summary>
    CutAnswer,

    /// <summary>The answer comes back twice.</summary>
    AnswerTwice,

    /// <summary>Nobody listens.</summary>
    ConnectionRefused,

    /// <summary>Whoever listens speaks no TLS.</summary>
    NoTls,
}
