using System.Text;

namespace DealBot.Storage.Ledger;

/// <summary>Compares texts as the database does: by the bytes of UTF-8, which is not the order of UTF-16 beyond the basic plane.</summary>
internal static class Utf8Order
{
    public static int Compare(string left, string right) => Ascii.IsValid(left) && Ascii.IsValid(right)
        ? string.CompareOrdinal(left, right)
        : Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
