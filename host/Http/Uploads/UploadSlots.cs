using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Uploads;

// Who may send a file just now: so many that disk and memory bear it, and of one account so few that the others find a place.
internal sealed class UploadSlots
{
    public const int Most = 64;
    public const int MostOfAccount = 16;

    private readonly Lock gate = new();
    private readonly List<AccountId> taken = new(Most);

    /// <returns>A place, to be given back once the file is there; null when none is free.</returns>
    public IDisposable? TryAcquire(AccountId account)
    {
        lock (gate)
        {
            if (taken.Count == Most || taken.Count(other => other == account) == MostOfAccount)
            {
                return null;
            }

            taken.Add(account);
            return new Slot(this, account);
        }
    }

    private sealed class Slot(UploadSlots slots, AccountId account) : IDisposable
    {
        private bool isGivenBack;

        public void Dispose()
        {
            lock (slots.gate)
            {
                isGivenBack = isGivenBack || slots.taken.Remove(account);
            }
        }
    }
}
