using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>Carries records between an environment and the pipeline.</summary>
internal sealed class RecordPipeline
{
    private readonly IOcPipeline _pipeline;

    public RecordPipeline(IOcPipeline pipeline, OcConnection connection)
    {
        _pipeline = pipeline;
        Store = connection.Records(pipeline);
    }

    /// <summary>The records of the environment.</summary>
    public RecordStore Store { get; }

    /// <summary>Writes the records that are meant to the pipeline; all that the query finds when none is named.</summary>
    /// <exception cref="RecordNotFoundException">A record that is named without wildcards does not exist.</exception>
    public async Task ReadAsync<T>(RecordIdentity[]? identities, RecordQuery query, CancellationToken cancellationToken)
        where T : OcRecord
    {
        if (identities is null)
            await WriteAllAsync<T>(query, cancellationToken).ConfigureAwait(false);

        foreach (var identity in identities ?? [])
        {
            if (identity.Id is { } id)
                await WriteOneAsync<T>(id, identity, query, cancellationToken).ConfigureAwait(false);
            else
                await WriteNamedAsync<T>(new NamePattern(identity.Name!), query, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Carries out a write if it should be, and answers with the record when that is wanted.</summary>
    /// <param name="write">The write.</param>
    /// <param name="answer">When to answer with the record.</param>
    /// <param name="consequence">What else the user should know before agreeing, as a sentence.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task CommitAsync(
        RecordWrite write, RecordAnswer answer, string? consequence, CancellationToken cancellationToken)
    {
        var action = WriteSentence.For(write, consequence);
        if (await _pipeline.ShouldProcessAsync(action, $"{action}\nGo on?").ConfigureAwait(false))
        {
            var written = await Store.ApplyAsync(write, cancellationToken).ConfigureAwait(false) ?? write.Before;
            if (answer != RecordAnswer.Never && written is not null)
                await _pipeline.WriteAsync(written).ConfigureAwait(false);
        }
        else if (answer == RecordAnswer.AlsoWhenOnlyAsked && (write.After ?? write.Before) is { } planned)
        {
            await _pipeline.WriteAsync(planned).ConfigureAwait(false);
        }
    }

    /// <summary>Carries out several writes, all or nothing, if they should be.</summary>
    /// <param name="writes">The writes, in an order that respects what depends on what.</param>
    /// <param name="consequence">What else the user should know before agreeing, as a sentence.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether they were carried out.</returns>
    public async Task<bool> CommitAllAsync(
        IReadOnlyList<RecordWrite> writes, string? consequence, CancellationToken cancellationToken)
    {
        var sentences = writes.Select(write => WriteSentence.For(write, consequence: null));
        var action = string.Join('\n', consequence is null ? sentences : sentences.Append(consequence));
        if (!await _pipeline.ShouldProcessAsync(action, $"{action}\nGo on?").ConfigureAwait(false))
            return false;

        await Store.ApplyAllAsync(writes, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Answers with the record of the same name when there is one, and warns when it differs.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="AmbiguousNameException">There are several.</exception>
    public async Task<bool> AnswerExistingAsync(RecordValues values, CancellationToken cancellationToken)
    {
        var existing = await Store.FindOfSameNameAsync(values, cancellationToken).ConfigureAwait(false);
        if (existing is null)
            return false;

        var differences = values.DifferencesFrom(existing);
        if (differences.Count > 0)
            _pipeline.Warn(Describe(values, existing, differences));

        await _pipeline.WriteAsync(existing).ConfigureAwait(false);
        return true;
    }

    private static string Describe(RecordValues values, OcRecord existing, IReadOnlyList<ColumnChange> differences) =>
        $"The {values.Table.DisplayName} '{values.Table.NameOf(existing)}' exists and was left as it is, although it differs: "
        + string.Join("; ", differences.Select(d => $"{d.Column.Name} is '{d.Before}', not '{d.After}'")) + ".";

    private async Task WriteAllAsync<T>(RecordQuery query, CancellationToken cancellationToken)
        where T : OcRecord
    {
        await foreach (var record in Store.ReadAsync<T>(query, cancellationToken).ConfigureAwait(false))
            await _pipeline.WriteAsync(record).ConfigureAwait(false);
    }

    private async Task WriteOneAsync<T>(Guid id, RecordIdentity identity, RecordQuery query, CancellationToken cancellationToken)
        where T : OcRecord
    {
        var record = await Store.FindAsync(TableModel.Of<T>(), id, cancellationToken).ConfigureAwait(false)
            ?? throw new RecordNotFoundException(TableModel.Of<T>(), identity.ToString());
        if (query.Where?.Invoke(record) != false)
            await _pipeline.WriteAsync(record).ConfigureAwait(false);
    }

    private async Task WriteNamedAsync<T>(NamePattern name, RecordQuery query, CancellationToken cancellationToken)
        where T : OcRecord
    {
        var any = false;
        await foreach (var record in Store.ReadAsync<T>(query with { Name = name }, cancellationToken).ConfigureAwait(false))
        {
            any = true;
            await _pipeline.WriteAsync(record).ConfigureAwait(false);
        }

        if (!any && !name.HasWildcards)
            throw new RecordNotFoundException(TableModel.Of<T>(), name.ToString());
    }
}
