namespace DealBot.Contracts;

/// <summary>A network could not answer: transport faults after all retries, a refused account, an answer that can't be read.</summary>
public sealed class NetworkException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="network">Network name.</param>
    /// <param name="code">The network's code, or DealBot's in lower case with underscores (<c>transport</c>, <c>unreadable</c>).</param>
    /// <param name="reason">What is wrong and what the owner can do; no secrets.</param>
    /// <param name="isTransient">Whether the same call may succeed later without anybody doing anything.</param>
    /// <param name="innerException">The cause, if another exception.</param>
    public NetworkException(string network, string code, Phrase reason, bool isTransient, Exception? innerException = null)
        : base($"{network} [{code}]: {reason?.En}", innerException)
    {
        ArgumentNullException.ThrowIfNull(reason);
        (Network, Code, Reason, IsTransient) = (network, code, reason, isTransient);
    }

    /// <summary>Network name.</summary>
    public string Network { get; }

    /// <summary>The network's code, or DealBot's.</summary>
    public string Code { get; }

    /// <summary>What is wrong and what the owner can do.</summary>
    public Phrase Reason { get; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient { get; }

    /// <summary>Whether the window asked for holds more orders than the network gives at once: a shorter one may succeed.</summary>
    public bool IsWindowTooFull { get; init; }

    /// <summary>Whether the network asks for patience: the account called too often, or its quota is used up.</summary>
    public bool IsQuotaUsedUp { get; init; }
}
