namespace DealBot.Storage.Ledger;

/// <summary>Rows that come in the order of the order row they belong to, taken together with those of other streams.</summary>
internal sealed class AuditStream<T>(IEnumerable<T> rows, Func<T, (string Network, string RowId)> keyOf) : IDisposable
    where T : class
{
    private readonly IEnumerator<T> _rows = rows.GetEnumerator();
    private T? _next;
    private bool _begun;

    /// <summary>The order row that comes next; null at the end.</summary>
    public (string Network, string RowId)? Key => Peek() is { } row ? keyOf(row) : null;

    /// <summary>All rows of an order row.</summary>
    public List<T> Take((string Network, string RowId) key)
    {
        var taken = new List<T>();
        while (Peek() is { } row && keyOf(row) == key)
        {
            taken.Add(row);
            _begun = false;
        }

        return taken;
    }

    public void Dispose() => _rows.Dispose();

    private T? Peek()
    {
        if (!_begun)
        {
            (_begun, _next) = (true, _rows.MoveNext() ? _rows.Current : null);
        }

        return _next;
    }
}
