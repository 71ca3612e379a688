using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Passwords;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class CreateAccountPreparation(PasswordQueue queue, PasswordBook book, Reader reader, Prepared prepared)
    : IPreparation<CreateAccount>
{
    public async ValueTask<Error?> Prepare(CreateAccount message, CancellationToken cancellationToken)
    {
        // Whoever is refused anyway costs no hashing. The handler decides; e-mails are never given back.
        var email = Email.Normalize(message.Body.Email);
        if ((await reader.Query(AccountsSql.FindPassword, static _ => true, email)).Count == 0)
        {
            var password = new Secret<string>(message.Body.Password);
            prepared.PasswordHash = await queue.Run(_ => new ValueTask<string>(book.Hash(password)), cancellationToken);
        }

        return null;
    }
}
