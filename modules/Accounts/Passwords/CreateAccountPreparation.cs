using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Passwords;

internal sealed class CreateAccountPreparation(PasswordQueue queue, PasswordHashing hashing, DirectReader reader, Prepared<PasswordHash> prepared)
    : IPreparation<CreateAccount>
{
    public async ValueTask<Error?> Prepare(CreateAccount message, CancellationToken cancellationToken)
    {
        // No password is hashed for a taken e-mail. It stays taken, so the handler refuses it as well.
        var email = Email.Normalize(message.Body.Email);
        if ((await reader.Query(AccountsSql.FindPassword, static _ => true, email)).Count == 0)
        {
            var password = new Secret<string>(message.Body.Password);
            prepared.Leave(new PasswordHash(await queue.Run(_ => new ValueTask<string>(hashing.Hash(password)), cancellationToken)));
        }

        return null;
    }
}
