namespace DealBot.Networks.Wire;

/// <summary>
/// Cuts an order with several items into rows of one item each, so that each can be kept, booked and read again by itself. An order of one item
/// stays as it came, to the letter.
/// </summary>
/// <param name="list">Member of an order that holds its lines.</param>
/// <param name="keyOf">What the lines of one row have in common; null if it can't be told, and the line is a row of its own.</param>
/// <param name="wholeOrder">Members of the order that speak of all its items and would be false beside one.</param>
internal sealed class OrderLines(string list, Func<WireNode, string?> keyOf, params string[] wholeOrder)
{
    /// <summary>The rows of an order.</summary>
    public IEnumerable<WireNode> Split(WireNode order)
    {
        var rows = order[list].Items.Index().GroupBy(line => keyOf(line.Item) ?? $"\n{line.Index}", line => line.Item).ToArray();
        return rows.Length < 2 ? [order] : rows.Select(lines => Cut(order, lines));
    }

    // Put together from the very text: written anew, half of an emoji in a title, which is no text, would end the reading of all orders.
    private WireNode Cut(WireNode order, IEnumerable<WireNode> lines)
    {
        var members = order.Members
            .Where(member => member.Name != list && !wholeOrder.Contains(member.Name))
            .DistinctBy(member => member.Name)
            .Select(member => (member.Name, Json: member.Value.Raw))
            .Append((Name: list, Json: $"[{string.Join(',', lines.Select(line => line.Raw))}]"));
        return WireNode.Parse("{" + string.Join(',', members.Select(member => $"{WireJson.Write(member.Name)}:{member.Json}")) + "}");
    }
}
