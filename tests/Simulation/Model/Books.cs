namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>What the books should say: the balance of every account, by its code, on its natural side.</summary>
internal sealed class Books
{
    private readonly Dictionary<string, long> balances = new(StringComparer.Ordinal);
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    /// <summary>Every account that ever moved.</summary>
    public IEnumerable<string> Codes => balances.Keys;

    /// <summary>A balance; zero for an account that nothing was posted to.</summary>
    public long Of(string code) => balances.GetValueOrDefault(code);

    /// <summary>Posts one journal of ENGINE.md's table.</summary>
    public void Post(params ReadOnlySpan<Line> lines)
    {
        var sum = 0L;
        foreach (var (code, signed) in lines)
        {
            sum += signed;
            if (signed != 0)
            {
                balances[code] = Of(code) + (Account.IsDebit(code) ? -signed : signed);
                touched.Add(code);
            }
        }

        foreach (var (code, _) in lines)
        {
            if (sum != 0 || (Of(code) < 0 && !Account.IsFree(code)))
            {
                throw new InvalidOperationException($"The model itself is wrong: {code} {Of(code)}, sum {sum}.");
            }
        }
    }

    /// <summary>The accounts that moved since it was asked last.</summary>
    public IReadOnlyCollection<string> TakeTouched()
    {
        string[] taken = [.. touched];
        touched.Clear();
        return taken;
    }
}
