using System.Collections.Concurrent;

namespace DealBot.Simulators.Pdd;

/// <summary>Which positions are on file (备案).</summary>
internal sealed class PddFiling
{
    private readonly ConcurrentDictionary<string, bool> _filed = new();

    public bool IsFiled(PddSimAccount account, string position) => !account.Unfiled.Contains(position) || _filed.ContainsKey(position);

    public void File(string position) => _filed[position] = true;
}
