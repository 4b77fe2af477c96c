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

    /// <summary>
    /// Writes the records that are meant to the pipeline; all that the query finds when none is named.
    /// </summary>
    /// <exception cref="RecordNotFoundException">A record that is named without wildcards does not exist.</exception>
    public Task ReadAsync<T>(RecordIdentity[]? identities, RecordQuery query, CancellationToken cancellationToken)
        where T : OcRecord => ReadAsync<T>(identities, query, AsItIs, cancellationToken);

    /// <summary>
    /// Writes the records that are meant to the pipeline, each with what belongs to it in other tables.
    /// </summary>
    /// <param name="identities">Which ones; null for all that the query finds.</param>
    /// <param name="query">The query.</param>
    /// <param name="complete">Adds to a record what belongs to it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RecordNotFoundException">A record that is named without wildcards does not exist.</exception>
    public async Task ReadAsync<T>(
        RecordIdentity[]? identities,
        RecordQuery query,
        Func<T, CancellationToken, Task<T>> complete,
        CancellationToken cancellationToken)
        where T : OcRecord
    {
        if (identities is null)
            await WriteAllAsync(query, complete, cancellationToken).ConfigureAwait(false);

        foreach (var identity in identities ?? [])
        {
            if (identity.Id is { } id)
                await WriteOneAsync(id, identity, query, complete, cancellationToken).ConfigureAwait(false);
            else
                await WriteNamedAsync(new NamePattern(identity.Name!), query, complete, cancellationToken)
                    .ConfigureAwait(false);
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

    /// <summary>
    /// Makes a record of checked values, or answers with the one that is there already when that is wanted.
    /// </summary>
    /// <param name="values">Checked values.</param>
    /// <param name="ifNotExists">Whether a record of the same key is answered with instead.</param>
    /// <param name="passThru">Whether the record is answered with even when it is not made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task CreateAsync(
        RecordValues values, bool ifNotExists, bool passThru, CancellationToken cancellationToken)
    {
        await Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        if (ifNotExists && await AnswerExistingAsync(values, cancellationToken).ConfigureAwait(false))
            return;

        var answer = passThru ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.WhenWritten;
        await CommitAsync(RecordWrite.Create(values, Guid.NewGuid()), answer, null, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Changes a record.</summary>
    /// <param name="identity">Which one.</param>
    /// <param name="values">Checked values.</param>
    /// <param name="checkFound">Refuses what the record, once it is found, cannot take.</param>
    /// <param name="force">Whether changes that somebody else made meanwhile are written over.</param>
    /// <param name="passThru">Whether the record is answered with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task UpdateAsync<T>(
        RecordIdentity identity,
        RecordValues values,
        Func<T, CancellationToken, Task> checkFound,
        bool force,
        bool passThru,
        CancellationToken cancellationToken)
        where T : OcRecord
    {
        await Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        var record = await Store.FindAsync<T>(identity, cancellationToken).ConfigureAwait(false);
        await checkFound(record, cancellationToken).ConfigureAwait(false);
        var write = RecordWrite.Update(record, values, force ? null : identity.ETag);
        await CommitAsync(write, OnPassThru(passThru), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a record.</summary>
    /// <param name="identity">Which one.</param>
    /// <param name="consequence">What else the user should know before agreeing, as a sentence.</param>
    /// <param name="force">Whether it is removed even if somebody else changed it meanwhile.</param>
    /// <param name="passThru">Whether the record is answered with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RemoveAsync<T>(
        RecordIdentity identity, Func<T, string?> consequence, bool force, bool passThru,
        CancellationToken cancellationToken)
        where T : OcRecord
    {
        var record = await Store.FindAsync<T>(identity, cancellationToken).ConfigureAwait(false);
        var write = RecordWrite.Delete(record, force ? null : identity.ETag);
        await CommitAsync(write, OnPassThru(passThru), consequence(record), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Carries out writes that make or change a record and what belongs to it, all or nothing, and answers with the
    /// record when that is wanted.
    /// </summary>
    /// <param name="writes">The writes, in an order that respects what depends on what.</param>
    /// <param name="planned">The record as it would be.</param>
    /// <param name="answer">When to answer with the record.</param>
    /// <param name="complete">Adds to the record what belongs to it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task CommitAllAsync<T>(
        IReadOnlyList<RecordWrite> writes,
        T planned,
        RecordAnswer answer,
        Func<T, CancellationToken, Task<T>> complete,
        CancellationToken cancellationToken)
        where T : OcRecord
    {
        var isWritten = await CommitAllAsync(writes, consequence: null, cancellationToken).ConfigureAwait(false);
        if (answer == RecordAnswer.Never || (answer == RecordAnswer.WhenWritten && !isWritten))
            return;

        var result = isWritten
            ? await complete(
                await Store.FindAsync<T>(
                    RecordIdentity.Of(planned.Id), cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false)
            : planned;
        await _pipeline.WriteAsync(result).ConfigureAwait(false);
    }

    /// <summary>
    /// Carries out writes that make or change a record and its links, all or nothing, and answers when that is wanted.
    /// </summary>
    /// <param name="writes">The writes, in an order that respects what depends on what.</param>
    /// <param name="planned">The record as it would be.</param>
    /// <param name="answer">When to answer with the record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task CommitAllAsync<T>(
        IReadOnlyList<RecordWrite> writes, T planned, RecordAnswer answer, CancellationToken cancellationToken)
        where T : OcRecord => CommitAllAsync(writes, planned, answer, AsItIs, cancellationToken);

    /// <summary>Carries out writes that remove a record and what belongs to it, all or nothing.</summary>
    /// <param name="writes">The writes, in an order that respects what depends on what.</param>
    /// <param name="record">The record.</param>
    /// <param name="consequence">What else the user should know before agreeing, as a sentence.</param>
    /// <param name="passThru">Whether the record is answered with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RemoveAllAsync(
        IReadOnlyList<RecordWrite> writes, OcRecord record, string? consequence, bool passThru,
        CancellationToken cancellationToken)
    {
        await CommitAllAsync(writes, consequence, cancellationToken).ConfigureAwait(false);
        if (passThru)
            await _pipeline.WriteAsync(record).ConfigureAwait(false);
    }

    /// <summary>Carries out several writes, all or nothing, if they should be.</summary>
    /// <param name="writes">The writes, in an order that respects what depends on what.</param>
    /// <param name="consequence">What else the user should know before agreeing, as a sentence.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether they were carried out, or there was nothing to do.</returns>
    public async Task<bool> CommitAllAsync(
        IReadOnlyList<RecordWrite> writes, string? consequence, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
            return true;

        var sentences = writes.Select(write => WriteSentence.For(write, consequence: null));
        var action = string.Join('\n', consequence is null ? sentences : sentences.Append(consequence));
        if (!await _pipeline.ShouldProcessAsync(action, $"{action}\nGo on?").ConfigureAwait(false))
            return false;

        if (writes is [var only])
            await Store.ApplyAsync(only, cancellationToken).ConfigureAwait(false);
        else
            await Store.ApplyAllAsync(writes, cancellationToken).ConfigureAwait(false);

        return true;
    }

    /// <summary>Answers with the record of the same name when there is one, and warns when it differs.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="AmbiguousNameException">There are several.</exception>
    public Task<bool> AnswerExistingAsync(RecordValues values, CancellationToken cancellationToken) =>
        AnswerExistingAsync<OcRecord>(values, AsItIs, cancellationToken);

    /// <summary>
    /// Answers with the record of the same name when there is one, with what it has in other tables, and warns when it
    /// differs.
    /// </summary>
    /// <param name="values">Checked values.</param>
    /// <param name="complete">Reads what the record has in other tables.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="AmbiguousNameException">There are several.</exception>
    public async Task<bool> AnswerExistingAsync<T>(
        RecordValues values, Func<T, CancellationToken, Task<T>> complete, CancellationToken cancellationToken)
        where T : OcRecord
    {
        var existing = await Store.FindOfSameKeyAsync(values, cancellationToken).ConfigureAwait(false);
        if (existing is null)
            return false;

        var differences = values.DifferencesFrom(existing);
        if (differences.Count > 0)
            _pipeline.Warn(Describe(values, existing, differences));

        await _pipeline.WriteAsync(await complete((T)existing, cancellationToken).ConfigureAwait(false))
            .ConfigureAwait(false);
        return true;
    }

    private static RecordAnswer OnPassThru(bool passThru) =>
        passThru ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.Never;

    private static string Describe(RecordValues values, OcRecord existing, IReadOnlyList<ColumnChange> differences) =>
        $"The {values.Table.DisplayName} '{values.Table.NameOf(existing)}' exists and was left as it "
        + "is, although it differs: "
        + string.Join("; ", differences.Select(d => $"{d.Column.Name} is '{d.Before}', not '{d.After}'")) + ".";

    private static Task<T> AsItIs<T>(T record, CancellationToken cancellationToken) => Task.FromResult(record);

    private async Task<int> WriteAllAsync<T>(
        RecordQuery query, Func<T, CancellationToken, Task<T>> complete, CancellationToken cancellationToken)
        where T : OcRecord
    {
        var count = 0;
        await foreach (var record in Store.ReadAsync<T>(query, cancellationToken).ConfigureAwait(false))
        {
            count++;
            await _pipeline.WriteAsync(await complete(record, cancellationToken).ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        return count;
    }

    private async Task WriteOneAsync<T>(
        Guid id,
        RecordIdentity identity,
        RecordQuery query,
        Func<T, CancellationToken, Task<T>> complete,
        CancellationToken cancellationToken)
        where T : OcRecord
    {
        var record = await Store.FindAsync(TableModel.Of<T>(), id, cancellationToken).ConfigureAwait(false)
            ?? throw new RecordNotFoundException(TableModel.Of<T>(), identity.ToString());
        if (query.Where?.Invoke(record) != false)
            await _pipeline.WriteAsync(await complete((T)record, cancellationToken).ConfigureAwait(false))
                .ConfigureAwait(false);
    }

    private async Task WriteNamedAsync<T>(
        NamePattern name, RecordQuery query, Func<T, CancellationToken, Task<T>> complete,
        CancellationToken cancellationToken)
        where T : OcRecord
    {
        var count = await WriteAllAsync(query with { Name = name }, complete, cancellationToken).ConfigureAwait(false);
        if (count == 0 && !name.HasWildcards)
            throw new RecordNotFoundException(TableModel.Of<T>(), name.ToString());
    }
}
