namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>The expected balance of every account by its code, on its normal side.</summary>
internal sealed class Books
{
    private readonly Dictionary<string, long> balances = new(StringComparer.Ordinal);
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    /// <summary>Every account that ever moved.</summary>
    public IEnumerable<string> Codes => balances.Keys;

    /// <summary>A balance; zero for an account without postings.</summary>
    public long Of(string code) => balances.GetValueOrDefault(code);

    /// <summary>Posts one journal.</summary>
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

    /// <summary>The accounts that moved since the last call.</summary>
    public IReadOnlyCollection<string> TakeTouched()
    {
        string[] taken = [.. touched];
        touched.Clear();
        return taken;
    }
}
