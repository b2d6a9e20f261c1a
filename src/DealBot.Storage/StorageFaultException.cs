using DealBot.Contracts;

namespace DealBot.Storage;

/// <summary>What is kept can't be used as it is; nothing was changed.</summary>
public class StorageFaultException : Exception
{
    /// <param name="reason">What is wrong and what the owner can do.</param>
    /// <param name="innerException">What SQLite or the system said; null if they said nothing.</param>
    public StorageFaultException(Phrase reason, Exception? innerException = null)
        : base(reason?.En, innerException) => Reason = reason!;

    /// <summary>What is wrong and what the owner can do.</summary>
    public Phrase Reason { get; }
}
