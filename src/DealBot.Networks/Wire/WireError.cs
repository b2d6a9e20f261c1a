using DealBot.Contracts;

namespace DealBot.Networks.Wire;

/// <summary>What a code means to the owner and to the client.</summary>
/// <param name="Reason">What is wrong and what the owner can do.</param>
/// <param name="Field">Field of the account's options at fault; null if none.</param>
/// <param name="IsTransient">Whether it passes by itself.</param>
/// <param name="IsRetried">Whether it passes so soon that the call is repeated at once.</param>
/// <param name="IsAccountFault">Whether every deal of the account fails alike.</param>
/// <param name="IsQuotaUsedUp">Whether the network asks for patience.</param>
/// <param name="IsOfItem">Whether what passes by itself may be of the one item that was asked for, so that others may be asked for at once.</param>
internal sealed record WireError(
    Phrase Reason,
    string? Field = null,
    bool IsTransient = false,
    bool IsRetried = false,
    bool IsAccountFault = false,
    bool IsQuotaUsedUp = false,
    bool IsOfItem = false)
{
    /// <summary>Whether asking for another item is useless now.</summary>
    public bool ConcernsAllItems => IsAccountFault || (IsTransient && !IsOfItem);

    /// <summary>Stays as it is until somebody does something; of this one request.</summary>
    public static WireError Hard(string zh, string en, string? field = null) => new(new Phrase(zh, en), field);

    /// <summary>Stays as it is until the owner does something about the account.</summary>
    public static WireError Account(string zh, string en, string? field = null) => new(new Phrase(zh, en), field, IsAccountFault: true);

    /// <summary>Passes by itself, but not at once.</summary>
    public static WireError Later(string zh, string en) => new(new Phrase(zh, en), IsTransient: true);

    /// <summary>Passes by itself, if it is not of the one item that was asked for.</summary>
    public static WireError ItemLater(string zh, string en) => Later(zh, en) with { IsOfItem = true };

    /// <summary>Passes so soon that the call is repeated.</summary>
    public static WireError Soon(string zh, string en) => new(new Phrase(zh, en), IsTransient: true, IsRetried: true);

    /// <summary>Called too often; repeated with growing pauses, and left alone for a while if that does not help.</summary>
    public static WireError TooOften(string zh, string en) => Soon(zh, en) with { IsQuotaUsedUp = true };
}
