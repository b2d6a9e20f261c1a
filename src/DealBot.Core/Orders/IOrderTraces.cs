namespace DealBot.Core.Orders;

/// <summary>Remembers how orders were traced.</summary>
public interface IOrderTraces
{
    /// <summary>How a row was traced by the rules when it was last booked by them; null if it is not known. What the owner said of it is left aside.</summary>
    Task<EarlierTrace?> LastAsync(string network, string rowId, CancellationToken cancellationToken);

    /// <summary>The same of some hundred rows with one question, by row id; those of which it is not known are left out.</summary>
    Task<IReadOnlyDictionary<string, EarlierTrace>> LastOfAllAsync(string network, IReadOnlyCollection<string> rowIds, CancellationToken cancellationToken);
}
