using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Passwords;

internal sealed class SignInPreparation(
    PasswordQueue queue, PasswordHashing hashing, SignInThrottle throttle, DirectReader reader, Prepared<SignedIn> prepared)
    : IPreparation<SignIn>
{
    public async ValueTask<Error?> Prepare(SignIn message, CancellationToken cancellationToken)
    {
        var email = Email.Normalize(message.Body.Email);
        if (throttle.TryAcquire(email) is { } seconds)
        {
            return new Error(Errors.RateLimited) { RetryAfterSeconds = seconds };
        }

        var password = new Secret<string>(message.Body.Password);
        var found = await reader.Query(AccountsSql.FindPassword, static row => (Id: row.GetString("id"), Hash: row.GetString("password_hash")), email);
        var hash = found.Count == 0 ? null : found[0].Hash;
        if (!await queue.Run(_ => new ValueTask<bool>(hashing.Verify(hash, password)), cancellationToken))
        {
            return Errors.InvalidLogin;
        }

        throttle.Succeeded(email);
        prepared.Leave(new SignedIn(new AccountId(found[0].Id)));
        return null;
    }
}
